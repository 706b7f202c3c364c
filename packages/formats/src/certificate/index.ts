export { type Certificate, renderCertificate } from './certificate.ts'
export { qrSvg } from './qr.ts'
