import type { ReasonCode } from '@gs/domain/reviews'

/** A reason code as a sentence of the mail to the trainer. */
export const REASON_WORDS: Readonly<Record<'en' | 'es', Readonly<Record<ReasonCode, string>>>> = {
  en: {
    'evidence-unreadable': 'The file could not be read.',
    'evidence-does-not-show-it': 'The evidence does not show your name, the date or the hours.',
    'provider-not-accepted': 'The provider is not accepted for this credential.',
    'content-not-related': 'The content is not related to what the credential covers.',
    'outside-the-dates': 'The activity lies outside the dates that count.',
    'already-credited': 'The activity was credited before.',
    'more-than-the-rule-allows': 'The rule allows less for this kind of activity.',
    'card-not-accepted': 'The card is not of an accepted kind or issuer.',
    other: 'For the reason in the note.',
  },
  es: {
    'evidence-unreadable': 'No se pudo leer el archivo.',
    'evidence-does-not-show-it': 'El comprobante no muestra tu nombre, la fecha o las horas.',
    'provider-not-accepted': 'El proveedor no se acepta para esta credencial.',
    'content-not-related': 'El contenido no guarda relación con lo que abarca la credencial.',
    'outside-the-dates': 'La actividad queda fuera de las fechas que cuentan.',
    'already-credited': 'La actividad ya se acreditó.',
    'more-than-the-rule-allows': 'La regla permite menos para este tipo de actividad.',
    'card-not-accepted': 'La tarjeta no es de un tipo o emisor aceptado.',
    other: 'Por el motivo de la nota.',
  },
}
