/** The part of `qrcode` (which ships no types) that is used here. */
declare module 'qrcode' {
  interface Modules {
    readonly size: number
    get(row: number, column: number): number
  }
  export function create(
    text: string,
    options: { errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H' },
  ): { readonly modules: Modules }
}
