import { renderCertificate } from '@gs/formats/certificate'
import { storedDay } from '../standings/index.ts'
import type { RecordView } from './record-view.ts'

const DEMO_NOTICE = {
  en: 'Demonstration: the issuer is invented and not affiliated with any certifying body.',
  es: 'Demostración: el emisor es inventado y no está afiliado a ningún organismo certificador.',
} as const

/** The certificate of a record as a PDF. `portal`: the public address under which `/verify/CODE` is found. */
export function certificateOf(
  record: RecordView,
  { locale, portal }: { readonly locale: 'en' | 'es'; readonly portal: string },
): Uint8Array {
  return renderCertificate({
    locale,
    kind: record.kind,
    state: record.state,
    issuer: record.issuer,
    title: record.title,
    holderName: record.holderName,
    issuedOn: storedDay(record.issuedOn),
    expiresOn: record.expiresOn === null ? null : storedDay(record.expiresOn),
    number: record.number,
    code: record.code,
    verifyUrl: `${portal}/verify/${record.code}`,
    notice: record.issuerIsDemo ? DEMO_NOTICE[locale] : null,
  })
}
