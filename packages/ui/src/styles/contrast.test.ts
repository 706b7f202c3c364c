import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('./index.css', import.meta.url), 'utf8')
const tokens = new Map(
  [...css.matchAll(/--color-([a-z-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)/g)].map(([, name, light, dark]) => [
    name,
    { light, dark },
  ]),
)

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

const hues = ['accent', 'soon', 'out', 'info']
const grounds = ['canvas', 'surface', 'raised', 'sunken']
const text = [
  ...grounds.flatMap((ground) => ['ink', 'muted', ...hues.map((hue) => `${hue}-ink`)].map((ink) => [ink, ground])),
  ...hues.flatMap((hue) => [`${hue}-ink`, 'ink', 'muted'].map((ink) => [ink, `${hue}-soft`])),
  ...['accent', 'accent-hover'].map((ground) => ['on-accent', ground]),
  ...['out', 'out-hover'].map((ground) => ['on-out', ground]),
]
const marks = grounds.flatMap((ground) => [...hues, 'line-strong', 'focus'].map((mark) => [mark, ground]))

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  const of = ([front = '', back = '']: string[]) =>
    contrast(tokens.get(front)?.[theme] ?? '', tokens.get(back)?.[theme] ?? '')

  it.each(text)('%s can be read on %s', (...pair) => {
    expect(of(pair)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(marks)('%s can be seen on %s', (...pair) => {
    expect(of(pair)).toBeGreaterThanOrEqual(3)
  })
})
