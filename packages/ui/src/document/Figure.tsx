import { staticList } from '../static-list.ts'
import { FigureShape } from './FigureShape.tsx'
import { asList, asObject, asText } from './guards.ts'

/** Words of a drawing are 12 to 14 units high: below this they cannot be read. */
const LEAST_SCALE = 0.9

/** Whoever has no pointer scrolls it with the arrow keys. */
const reachable = (label: string) => ({ tabIndex: 0, role: 'group', 'aria-label': label })

/** A drawing from its declarative spec, in the theme's colours. `spec` is a `FigureSpec`; what is unsafe or unknown in it is not drawn. */
export function Figure({ spec, alt, caption }: { spec: unknown; alt: string; caption?: string | undefined }) {
  const { viewBox, shapes } = asObject(spec)
  const box = readViewBox(asText(viewBox))
  if (!box) return null
  return (
    <figure className="my-6">
      {/* On a phone it scrolls sideways rather than shrink until its words cannot be read. */}
      <div {...reachable(alt)} className="overflow-x-auto rounded-xl border border-line bg-surface p-3 sm:p-5">
        <svg
          role="img"
          aria-label={alt}
          viewBox={box.join(' ')}
          direction="ltr"
          className="mx-auto block h-auto w-full font-sans"
          style={{ minWidth: box[2] * LEAST_SCALE, maxWidth: box[2] * 1.3 }}
        >
          {staticList(asList(shapes), (shape) => (
            <FigureShape shape={shape} />
          ))}
        </svg>
      </div>
      {caption && <figcaption className="mt-2 text-sm text-muted">{caption}</figcaption>}
    </figure>
  )
}

function readViewBox(text: string): [number, number, number, number] | null {
  const [x, y, width, height, ...rest] = text
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  if (x === undefined || y === undefined || width === undefined || height === undefined || rest.length > 0) return null
  const usable = [x, y, width, height].every(Number.isFinite) && width > 0 && height > 0
  return usable ? [x, y, width, height] : null
}
