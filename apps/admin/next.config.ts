import { join } from 'node:path'
import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Written in TypeScript and imported as they are.
  transpilePackages: ['@gs/ui', '@gs/domain', '@gs/lobby'],
  // `npm test` checks the types of the whole repository at once.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: join(import.meta.dirname, '../..') },
  // `server.ts` compresses nothing twice: pages go out compressed by the framework.
  compress: true,
  devIndicators: false,
  experimental: { optimizePackageImports: ['@gs/ui', '@gs/lobby/auth', '@gs/lobby/shell', 'lucide-react'] },
  images: { unoptimized: true },
}

export default createNextIntlPlugin('./src/i18n/request.ts')(config)
