import { z } from 'zod'
import { plainText } from './plain-text.ts'

/** A drawing as data: shapes in the units of its view box, painted with the theme's colours by name. */

export const FIGURE_COLORS = [
  'none',
  'ink',
  'muted',
  'line',
  'surface',
  'sunken',
  'accent',
  'accent-soft',
  'soon',
  'soon-soft',
  'out',
  'out-soft',
  'info',
  'info-soft',
] as const

const number = z.number().min(-100_000).max(100_000)
const size = z.number().min(0).max(100_000)
const color = z.enum(FIGURE_COLORS)
const opacity = z.number().min(0).max(1).optional()
const paint = {
  stroke: color.optional(),
  fill: color.optional(),
  strokeWidth: z.number().min(0).max(100).optional(),
  dashed: z.boolean().optional(),
  opacity,
}
const ends = { x1: number, y1: number, x2: number, y2: number }

const shape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('line'), ...ends, ...paint }),
  z.strictObject({
    kind: z.literal('arrow'),
    ...ends,
    bend: number.optional(),
    both: z.boolean().optional(),
    ...paint,
  }),
  z.strictObject({
    kind: z.literal('path'),
    d: z
      .string()
      .max(10_000)
      .regex(/^[MmLlHhVvCcSsQqTtAaZz0-9\s,.+\-eE]*$/, 'figure.path'),
    ...paint,
  }),
  z.strictObject({
    kind: z.literal('rect'),
    x: number,
    y: number,
    width: size,
    height: size,
    r: size.optional(),
    ...paint,
  }),
  z.strictObject({ kind: z.literal('circle'), cx: number, cy: number, r: size, ...paint }),
  z.strictObject({ kind: z.literal('ellipse'), cx: number, cy: number, rx: size, ry: size, ...paint }),
  z.strictObject({
    kind: z.literal('polygon'),
    points: z
      .string()
      .max(10_000)
      .regex(/^[0-9\s,.+\-eE]*$/, 'figure.points'),
    ...paint,
  }),
  z.strictObject({
    kind: z.literal('text'),
    x: number,
    y: number,
    text: plainText(200),
    size: z.number().min(1).max(200).optional(),
    weight: z.enum(['normal', 'bold']).optional(),
    anchor: z.enum(['start', 'middle', 'end']).optional(),
    fill: color.optional(),
    rotate: number.optional(),
    opacity,
  }),
])

export const figureSpec = z.strictObject({
  viewBox: z.string().regex(/^\s*-?[\d.]+(?:[\s,]+-?[\d.]+){3}\s*$/, 'figure.view-box'),
  shapes: z.array(shape).max(500),
})

export type FigureSpec = z.infer<typeof figureSpec>
