const STYLE = 'body{margin:0}svg{display:block}';

/** What the page of a share card needs. */
interface CardPage {
  readonly svg: string;
  readonly title: string;
  readonly lang: string;
  readonly dir: string;
}

/** Writes a page with only the picture. Its policy allows nothing but its own style. */
export async function makeCardPage({svg, title, lang, dir}: CardPage): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(STYLE));
  const hash = btoa(String.fromCharCode(...new Uint8Array(digest)));
  const escaped = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<!doctype html>
<html lang="${lang}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'">
<title>${escaped}</title>
<style>${STYLE}</style>
</head>
<body>
${svg}</body>
</html>
`;
}
