/** The first quotation in a text, without its marks; empty if there is none. */
export function quotedWords(text: string): string {
  const [, ...groups] =
    /“([^”“]+)[”“]|„([^“”]+)[“”]|«\s*([^»]+?)\s*»|»([^«]+)«|「([^」]+)」|"([^"]+)"/.exec(text) ?? [];
  return groups.find(Boolean)?.trim() ?? '';
}
