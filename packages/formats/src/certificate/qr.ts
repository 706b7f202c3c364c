import { create } from 'qrcode'

/** Light modules around the code, as ISO/IEC 18004 asks for. */
const QUIET = 4

/** A QR code as an SVG of one path, dark on transparent, its quiet zone included. */
export function qrSvg(text: string, colour: string): string {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const { size } = modules
  let path = ''
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1)
      if (modules.get(row, column)) path += `M${column + QUIET} ${row + QUIET}h1v1h-1z`
  const side = size + 2 * QUIET
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><path fill="${colour}" d="${path}"/></svg>`
}
