import { asNumber, type JsonObject } from './guards.ts'
import { type FigureColor, figureColors } from './types.ts'

const cssColor: Record<FigureColor, string> = {
  none: 'none',
  ink: 'var(--color-ink)',
  muted: 'var(--color-muted)',
  line: 'var(--color-line-strong)',
  surface: 'var(--color-surface)',
  sunken: 'var(--color-sunken)',
  accent: 'var(--color-accent)',
  'accent-soft': 'var(--color-accent-soft)',
  soon: 'var(--color-soon)',
  'soon-soft': 'var(--color-soon-soft)',
  out: 'var(--color-out)',
  'out-soft': 'var(--color-out-soft)',
  info: 'var(--color-info)',
  'info-soft': 'var(--color-info-soft)',
}

/** Where words take a hue they take its ink, which is dark enough to read. */
const inkColor: Partial<Record<FigureColor, string>> = {
  line: 'var(--color-muted)',
  accent: 'var(--color-accent-ink)',
  soon: 'var(--color-soon-ink)',
  out: 'var(--color-out-ink)',
  info: 'var(--color-info-ink)',
}

function token(value: unknown): FigureColor | undefined {
  return figureColors.find((name) => name === value)
}

/** A token's colour in CSS; `fallback` for anything that is no token. */
export function figureColor(value: unknown, fallback: FigureColor): string {
  return cssColor[token(value) ?? fallback]
}

export function figureInk(value: unknown): string {
  const name = token(value) ?? 'ink'
  return inkColor[name] ?? cssColor[name]
}

export interface PaintProps {
  stroke: string
  fill: string
  strokeWidth: number
  strokeDasharray?: string
  opacity?: number
  strokeLinecap: 'round'
  strokeLinejoin: 'round'
}

/** Outline and area of a shape. A shape that names a fill but no stroke gets no outline. */
export function paint(shape: JsonObject): PaintProps {
  const strokeWidth = asNumber(shape.strokeWidth) ?? 2
  const opacity = asNumber(shape.opacity)
  const filled = token(shape.fill) !== undefined && shape.fill !== 'none'
  return {
    stroke: figureColor(shape.stroke, filled ? 'none' : 'ink'),
    fill: figureColor(shape.fill, 'none'),
    strokeWidth,
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
    ...(shape.dashed === true ? { strokeDasharray: `${strokeWidth * 2} ${strokeWidth * 3}` } : {}),
    ...(opacity === undefined ? {} : { opacity }),
  }
}
