'use client'

import { Button } from '@gs/ui'
import { Printer } from 'lucide-react'

/** Opens the browser's own dialog for printing. */
export const PrintButton = ({ label }: { readonly label: string }) => (
  <Button variant="primary" icon={<Printer />} onClick={() => window.print()}>
    {label}
  </Button>
)
