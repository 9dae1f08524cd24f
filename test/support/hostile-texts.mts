/** What somebody, out of malice or in a hurry, may write into a text. */
export const HOSTILE = [
  '</script><img src=x onerror="alert(1)">',
  '"\' onmouseover=alert(1) `',
  '--> <!-- x',
  ']]> <![CDATA[',
  '<template shadowrootmode=open><slot>',
  '</template></section></summit-fact-box><script>alert(1)</script>',
  '<style>*{display:none}</style>',
  '&lt;b&gt; &amp; &nbsp',
  'ثلاث دول (Three) ونهر',
  '👩🏽‍🚀🇺🇦',
  'line\u2028and paragraph\u2029 separators',
  'first line\n\nsecond **paragraph**\n \n# third',
  '${alert(1)} {{alert(1)}} <?php ?>',
];

/** The same summit with every text followed by one of these, in turn; ids, addresses and words of the format stay. */
export function addHostileTexts<T>(summit: T): T {
  let count = 0;
  const TEXTS = [
    'title',
    'subtitle',
    'text',
    'label',
    'name',
    'shortName',
    'shortTitle',
    'office',
    'note',
    'license',
    'credit',
  ];
  return JSON.parse(JSON.stringify(summit), (key, value: unknown) => {
    if (!TEXTS.includes(key) || typeof value !== 'string') return value;
    count += 1;
    return `${value} ${HOSTILE[count % HOSTILE.length]!}`;
  }) as T;
}
