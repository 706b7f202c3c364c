import { expect, it } from 'vitest'
import { formatThousandths } from './thousandths.ts'

it('writes thousandths as decimals of the language, without losing one', () => {
  expect(formatThousandths('en', 1900)).toBe('1.9')
  expect(formatThousandths('es', 1900)).toBe('1,9')
  expect(formatThousandths('en', 2000)).toBe('2.0')
  expect(formatThousandths('en', 0)).toBe('0.0')
  expect(formatThousandths('en', 45_000)).toBe('45')
  expect(formatThousandths('en', 1_234_567)).toBe('1,234.567')
  expect(formatThousandths('en', 1)).toBe('0.001')
})

it('shows the sign where it is asked for', () => {
  expect(formatThousandths('en', 1900, true)).toBe('+1.9')
  expect(formatThousandths('en', -500, true)).toBe('-0.5')
})
