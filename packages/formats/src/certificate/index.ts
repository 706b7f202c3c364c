export { renderCertificate } from './certificate.ts'
export type { Certificate } from './model.ts'
export { qrSvg } from './qr.ts'
