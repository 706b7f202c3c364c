import { figureColor, figureInk, type PaintProps, paint } from './figure-paint.ts'
import { asNumber, asText, type JsonObject } from './guards.ts'

/** One shape of a figure; one it does not know, or whose numbers are missing, draws nothing. */
export function FigureShape({ shape }: { shape: JsonObject }) {
  switch (shape.kind) {
    case 'line': {
      const at = numbers(shape, ['x1', 'y1', 'x2', 'y2'])
      return at && <line {...at} {...paint(shape)} />
    }
    case 'arrow': {
      const at = numbers(shape, ['x1', 'y1', 'x2', 'y2'])
      return at && <Arrow at={at} shape={shape} />
    }
    case 'path':
      return pathData.test(asText(shape.d)) ? <path d={asText(shape.d)} {...paint(shape)} /> : null
    case 'rect': {
      const at = numbers(shape, ['x', 'y', 'width', 'height'])
      return at && at.width >= 0 && at.height >= 0 ? (
        <rect {...at} rx={asNumber(shape.r) ?? 0} {...paint(shape)} />
      ) : null
    }
    case 'circle': {
      const at = numbers(shape, ['cx', 'cy', 'r'])
      return at && at.r >= 0 ? <circle {...at} {...paint(shape)} /> : null
    }
    case 'ellipse': {
      const at = numbers(shape, ['cx', 'cy', 'rx', 'ry'])
      return at && at.rx >= 0 && at.ry >= 0 ? <ellipse {...at} {...paint(shape)} /> : null
    }
    case 'polygon':
      return pointList.test(asText(shape.points)) ? <polygon points={asText(shape.points)} {...paint(shape)} /> : null
    case 'text':
      return <Words shape={shape} />
    default:
      return null
  }
}

const pathData = /^[MmLlHhVvCcSsQqTtAaZz\d\s,.eE+-]+$/
const pointList = /^[\d\s,.eE+-]+$/

function numbers<K extends string>(shape: JsonObject, keys: readonly K[]): Record<K, number> | null {
  const found: Partial<Record<K, number>> = {}
  for (const key of keys) {
    const value = asNumber(shape[key])
    if (value === undefined) return null
    found[key] = value
  }
  return isWhole(found, keys) ? found : null
}

function isWhole<K extends string>(found: Partial<Record<K, number>>, keys: readonly K[]): found is Record<K, number> {
  return keys.every((key) => found[key] !== undefined)
}

interface Ends {
  x1: number
  y1: number
  x2: number
  y2: number
}

function Arrow({ at, shape }: { at: Ends; shape: JsonObject }) {
  const { x1, y1, x2, y2 } = at
  const length = Math.hypot(x2 - x1, y2 - y1)
  if (length === 0) return null
  const bend = asNumber(shape.bend) ?? 0
  // The control point of a quadratic curve stands twice as far off as its middle.
  const cx = (x1 + x2) / 2 + ((y2 - y1) / length) * bend * 2
  const cy = (y1 + y2) / 2 - ((x2 - x1) / length) * bend * 2
  const lines: PaintProps = { ...paint(shape), fill: 'none', stroke: figureColor(shape.stroke, 'ink') }
  return (
    <g {...lines}>
      <path d={`M${x1} ${y1} Q${round(cx)} ${round(cy)} ${x2} ${y2}`} />
      <path d={head({ x: x2, y: y2, fromX: cx, fromY: cy, size: 4 + lines.strokeWidth * 2 })} strokeDasharray="none" />
      {shape.both === true && (
        <path
          d={head({ x: x1, y: y1, fromX: cx, fromY: cy, size: 4 + lines.strokeWidth * 2 })}
          strokeDasharray="none"
        />
      )}
    </g>
  )
}

/** Two strokes that meet at the tip, 30 degrees either side of the way it came. */
function head({ x, y, fromX, fromY, size }: { x: number; y: number; fromX: number; fromY: number; size: number }) {
  const angle = Math.atan2(y - fromY, x - fromX)
  const wing = (turn: number) =>
    `${round(x - size * Math.cos(angle + turn))} ${round(y - size * Math.sin(angle + turn))}`
  return `M${wing(Math.PI / 6)} L${x} ${y} L${wing(-Math.PI / 6)}`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

function Words({ shape }: { shape: JsonObject }) {
  const at = numbers(shape, ['x', 'y'])
  if (!at) return null
  const rotate = asNumber(shape.rotate)
  const opacity = asNumber(shape.opacity)
  const anchor = shape.anchor === 'middle' || shape.anchor === 'end' ? shape.anchor : 'start'
  return (
    <text
      {...at}
      fill={figureInk(shape.fill)}
      fontSize={asNumber(shape.size) ?? 14}
      fontWeight={shape.weight === 'bold' ? 650 : 450}
      textAnchor={anchor}
      {...(rotate === undefined ? {} : { transform: `rotate(${rotate} ${at.x} ${at.y})` })}
      {...(opacity === undefined ? {} : { opacity })}
    >
      {asText(shape.text)}
    </text>
  )
}
