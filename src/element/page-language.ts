/**
 * Returns the language that applies to a node: that of the nearest ancestor with `lang`, across shadow roots. Undefined
 * or null if there is none, as on a server.
 */
export function pageLanguage(node: Partial<Element & ShadowRoot> | null | undefined): string | null | undefined {
  return (
    node &&
    (node.getAttribute?.('lang') ?? pageLanguage((node.parentNode ?? node.host) as Partial<Element & ShadowRoot>))
  );
}
