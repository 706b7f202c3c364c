import type { Certificate } from './model.ts'

interface CertificateWords {
  readonly heading: Readonly<Record<Certificate['kind'], string>>
  readonly certifies: string
  readonly has: Readonly<Record<Certificate['kind'], string>>
  readonly issuedOn: string
  readonly validThrough: string
  readonly validity: string
  readonly neverExpires: string
  readonly number: string
  readonly code: string
  readonly check: string
  readonly qrAlt: string
  readonly noLongerValid: Readonly<Record<Exclude<Certificate['state'], 'valid'>, string>>
}

export const WORDS: Readonly<Record<Certificate['locale'], CertificateWords>> = {
  en: {
    heading: {
      certification: 'Certification',
      specialization: 'Certificate of specialization',
      course: 'Certificate of completion',
    },
    certifies: 'This certifies that',
    has: {
      certification: 'has met every requirement of the certification',
      specialization: 'has completed the training and passed the examination of the specialization',
      course: 'has completed the course',
    },
    issuedOn: 'Issued on',
    validThrough: 'Valid through',
    validity: 'Validity',
    neverExpires: 'Does not expire',
    number: 'Record number',
    code: 'Verification code',
    check: 'Anyone can check this certificate: scan the code, or open',
    qrAlt: 'QR code that opens the verification page of this certificate',
    noLongerValid: {
      expired: 'The term of this certificate has ended.',
      superseded: 'This certificate has been replaced by a newer one.',
      revoked: 'This certificate has been revoked and proves nothing.',
    },
  },
  es: {
    heading: {
      certification: 'Certificación',
      specialization: 'Certificado de especialización',
      course: 'Certificado de finalización',
    },
    certifies: 'Se certifica que',
    has: {
      certification: 'ha cumplido todos los requisitos de la certificación',
      specialization: 'ha completado la formación y aprobado el examen de la especialización',
      course: 'ha completado el curso',
    },
    issuedOn: 'Expedido el',
    validThrough: 'Válido hasta el',
    validity: 'Vigencia',
    neverExpires: 'No caduca',
    number: 'Número de registro',
    code: 'Código de verificación',
    check: 'Cualquier persona puede comprobar este certificado: escanee el código o abra',
    qrAlt: 'Código QR que abre la página de verificación de este certificado',
    noLongerValid: {
      expired: 'El plazo de este certificado ha terminado.',
      superseded: 'Este certificado ha sido sustituido por otro más reciente.',
      revoked: 'Este certificado ha sido revocado y no acredita nada.',
    },
  },
}
