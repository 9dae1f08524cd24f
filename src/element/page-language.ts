/** Language of the page from a node on outwards, through the shadow roots it stands in. A server has no page. */
export function pageLanguage(node: Partial<Element & ShadowRoot> | null | undefined): string | null | undefined {
  return (
    node &&
    (node.getAttribute?.('lang') ?? pageLanguage((node.parentNode ?? node.host) as Partial<Element & ShadowRoot>))
  );
}
