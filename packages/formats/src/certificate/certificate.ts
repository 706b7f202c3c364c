import { createRequire } from 'node:module'
import { type Day, formatDay } from '@gs/domain'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Certificate } from './model.ts'
import { qrSvg } from './qr.ts'
import { TEMPLATE } from './template.ts'
import { WORDS } from './words.ts'

// The compiler is native code of 40 MB: loaded with the first certificate, kept for the next.
const load = createRequire(import.meta.url)
let compiler: NodeCompiler | undefined
function ready(): NodeCompiler {
  if (!compiler) {
    const typst: typeof import('@myriaddreamin/typst-ts-node-compiler') = load('@myriaddreamin/typst-ts-node-compiler')
    compiler = typst.NodeCompiler.create()
  }
  return compiler
}

/** The certificate as a tagged PDF on one A4 sheet, PDF/UA-1 wherever its fonts have a glyph for every character. */
export function renderCertificate(certificate: Certificate): Uint8Array {
  const typst = ready()
  const compiled = typst.compile({
    mainFileContent: TEMPLATE,
    inputs: { certificate: JSON.stringify(dataOf(certificate)) },
  })
  const { result } = compiled
  if (!result)
    throw new Error(`the certificate does not set: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`)
  try {
    return typst.pdf(result, { pdfStandard: 'ua-1' })
  } catch {
    // A name may hold a sign that no font here draws, which PDF/UA forbids: still tagged, still a certificate.
    return typst.pdf(result)
  } finally {
    typst.evictCache(10)
  }
}

/** The longer a text, the smaller it is set: it stays on one sheet. */
const sizeFor = (text: string, sizes: readonly [number, number, number]): number =>
  text.length <= 32 ? sizes[0] : text.length <= 60 ? sizes[1] : sizes[2]

/** One line of words: breaks and runs of spaces that somebody typed are one space. */
const inLine = (text: string): string => text.trim().replace(/\s+/g, ' ')

function dataOf(certificate: Certificate): Readonly<Record<string, unknown>> {
  const words = WORDS[certificate.locale]
  const { issuedOn, expiresOn, state, verifyUrl } = certificate
  const format = new Intl.DateTimeFormat(certificate.locale, { dateStyle: 'long', timeZone: 'UTC' })
  const shown = (day: Day): string => format.format(new Date(`${formatDay(day)}T00:00:00Z`))
  return {
    locale: certificate.locale,
    issuer: inLine(certificate.issuer),
    heading: words.heading[certificate.kind],
    certifies: words.certifies,
    holder: inLine(certificate.holderName),
    nameSize: sizeFor(certificate.holderName, [34, 25, 17]),
    has: words.has[certificate.kind],
    title: inLine(certificate.title),
    titleSize: sizeFor(certificate.title, [23, 19, 15]),
    stateNote: state === 'valid' ? null : words.noLongerValid[state],
    facts: [
      [words.issuedOn, shown(issuedOn)],
      expiresOn === null ? [words.validity, words.neverExpires] : [words.validThrough, shown(expiresOn)],
      [words.number, certificate.number],
      [words.code, certificate.code],
    ],
    qr: qrSvg(verifyUrl, '#14211d'),
    qrAlt: words.qrAlt,
    check: words.check,
    verifyUrl,
    verifyShown: verifyUrl.replace(/^https?:\/\//, ''),
    notice: certificate.notice,
  }
}
