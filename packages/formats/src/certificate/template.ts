/**
 * The sheet, in Typst. Every text comes in as data (`sys.inputs`) and is set as text, so that no name or title is ever
 * read as markup. Decoration is marked as such: a screen reader hears the certificate and nothing else.
 */
export const TEMPLATE = `
#let data = json(bytes(sys.inputs.certificate))
#let ink = rgb("#14211d")
#let muted = rgb("#4f5f59")
#let accent = rgb("#0b6b57")
#let gold = rgb("#a8843c")
#set document(title: data.heading + ": " + data.title, author: data.issuer, date: none)
#set text(lang: data.locale, font: "Libertinus Serif", size: 12pt, fill: ink)

#let rosette(size) = box(width: size, height: size, {
  for step in range(18) {
    place(center + horizon, rotate(step * 10deg, ellipse(width: size, height: size * 38%, stroke: 0.35pt + accent.transparentize(45%))))
  }
  place(center + horizon, circle(radius: size * 24%, fill: white, stroke: 0.8pt + accent))
  place(center + horizon, curve(
    stroke: (paint: accent, thickness: 2.2pt, cap: "round", join: "round"),
    curve.move((size * -9%, 0pt)),
    curve.line((size * -2%, size * 7%)),
    curve.line((size * 10%, size * -8%)),
  ))
})

#set page(paper: "a4", flipped: true, margin: (x: 27mm, top: 25mm, bottom: 22mm), background: pdf.artifact({
  place(center + horizon, rect(width: 100% - 16mm, height: 100% - 16mm, stroke: 2.4pt + accent))
  place(center + horizon, rect(width: 100% - 20.5mm, height: 100% - 20.5mm, stroke: 0.5pt + gold))
  for (corner, dx, dy) in ((top + left, 1, 1), (top + right, -1, 1), (bottom + left, 1, -1), (bottom + right, -1, -1)) {
    place(corner, dx: dx * 6.2mm, dy: dy * 6.2mm, rotate(45deg, rect(width: 5.5mm, height: 5.5mm, fill: white, stroke: 1.4pt + accent)))
    place(corner, dx: dx * 7.95mm, dy: dy * 7.95mm, rotate(45deg, rect(width: 2mm, height: 2mm, fill: gold)))
  }
}))

#let small(it) = text(size: 9.5pt, fill: muted, it)
#show heading: set text(weight: "regular")

#align(center)[
  #text(size: 13pt, tracking: 0.16em, fill: accent, upper(data.issuer))
  #v(5mm)
  #heading(level: 1, text(size: 33pt, data.heading))
  #v(2mm)
  #pdf.artifact(line(length: 52mm, stroke: 0.8pt + gold))
  #v(4mm)
  #text(size: 14pt, style: "italic", fill: muted, data.certifies)
  #v(1.5mm)
  #text(size: data.nameSize * 1pt, weight: "semibold", data.holder)
  #v(1.5mm)
  #text(size: 14pt, style: "italic", fill: muted, data.has)
  #v(2mm)
  #text(size: data.titleSize * 1pt, fill: accent, weight: "semibold", data.title)
  #if data.stateNote != none [
    #v(2mm)
    #block(inset: (x: 5mm, y: 2.4mm), stroke: 1pt + rgb("#972219"), radius: 1mm, text(fill: rgb("#972219"), weight: "semibold", data.stateNote))
  ]
]

#v(1fr)
#grid(
  columns: (1fr, auto, 1fr),
  column-gutter: 10mm,
  align: (left + bottom, center + bottom, right + bottom),
  {
    set par(spacing: 3.2mm)
    for (label, value) in data.facts [
      #par[#small(label) \\ #text(size: 12.5pt, value)]
    ]
  },
  pdf.artifact(rosette(33mm)),
  {
    image(bytes(data.qr), format: "svg", width: 31mm, alt: data.qrAlt)
    v(-1mm)
    par(small(data.check))
    v(-1.5mm)
    par(link(data.verifyUrl, text(size: 9.5pt, fill: accent, data.verifyShown)))
  },
)
#if data.notice != none {
  v(2.5mm)
  align(center, text(size: 9pt, fill: muted, style: "italic", data.notice))
}
`
