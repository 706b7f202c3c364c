'use client'

/** The last resort, when the layout itself fails: no styles, no messages, both languages. */
export function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <main>
          <h1>Something went wrong</h1>
          <p>Nothing that was saved is lost. Try again, or come back in a moment.</p>
          <div lang="es">
            <h2>Algo salió mal</h2>
            <p>No se ha perdido nada de lo guardado. Inténtalo de nuevo o vuelve en un momento.</p>
          </div>
          <button type="button" onClick={reset}>
            Try again · Reintentar
          </button>
        </main>
      </body>
    </html>
  )
}
