import { describe, expect, it } from 'vitest'
import { formatCivilDay, formatInstant, negotiateLocale } from './index.ts'

describe('language of a request', () => {
  it('is the chosen one before all', () => {
    expect(negotiateLocale('es', 'en-GB,en')).toBe('es')
    expect(negotiateLocale('xx', 'es')).toBe('es')
  })

  it('is the best accepted one that is complete', () => {
    expect(negotiateLocale(undefined, 'de-DE, es-MX;q=0.8, en;q=0.7')).toBe('es')
    expect(negotiateLocale(undefined, 'en;q=0.2,es;q=0.1')).toBe('en')
    expect(negotiateLocale(undefined, 'es;q=0, en;q=0.1')).toBe('en')
  })

  it('is English for everybody else', () => {
    for (const header of [undefined, null, '', ';;;', 'q=1', 'zh', '*'])
      expect(negotiateLocale(undefined, header)).toBe('en')
  })
})

describe('days and instants in words', () => {
  it('moves no civil day by a zone', () => {
    expect(formatCivilDay('en', '2026-11-20', 'long')).toBe('November 20, 2026')
    expect(formatCivilDay('es', '2028-02-29', 'long')).toBe('29 de febrero de 2028')
  })

  it('writes instants in the zone of the reader', () => {
    expect(formatInstant('en', '2026-11-20T03:30:00Z', 'America/New_York')).toMatch(/^Nov 19, 2026, 10:30\sPM$/)
  })
})
