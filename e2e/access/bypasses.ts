import type { RawRequest } from './raw.ts'

/**
 * Ways in that were found in frameworks and proxies before (docs: reliability, F6): each is the request of a path that
 * must be answered as if it had come plainly.
 */
export const BYPASSES: Readonly<Record<string, (path: string) => RawRequest>> = {
  plain: (path) => ({ path }),
  head: (path) => ({ path, method: 'HEAD' }),
  options: (path) => ({ path, method: 'OPTIONS' }),
  'post as action': (path) => ({ path, method: 'POST', headers: { 'next-action': 'x', origin: 'null' } }),
  'trailing slash': (path) => ({ path: `${path}/` }),
  'double slash': (path) => ({ path: `/${path}` }),
  backslash: (path) => ({ path: `/\\${path}` }),
  'dot segment': (path) => ({ path: `/.${path}` }),
  'climbing back': (path) => ({ path: `/sign-in/..${path}` }),
  'climbing back, encoded': (path) => ({ path: `/sign-in/%2e%2e${path}` }),
  'encoded letter': (path) => ({ path: path.replace(/[a-z]/, (letter) => `%${letter.charCodeAt(0).toString(16)}`) }),
  'encoded slash': (path) => ({ path: `${path}%2f` }),
  'upper case': (path) => ({ path: path.toUpperCase() }),
  'null byte': (path) => ({ path: `${path}%00` }),
  'matrix parameter': (path) => ({ path: `${path};x=1` }),
  'locale prefix': (path) => ({ path: `/en${path}` }),
  'rsc header': (path) => ({ path, headers: { rsc: '1' } }),
  'rsc query': (path) => ({ path: `${path}?_rsc=1`, headers: { rsc: '1' } }),
  'rsc file': (path) => ({ path: `${path}.rsc` }),
  'rsc index file': (path) => ({ path: `${path}/index.rsc` }),
  'segment file': (path) => ({ path: `${path}.segments/_tree.segment.rsc` }),
  'segment header': (path) => ({
    path,
    headers: { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' },
  }),
  'full segment header': (path) => ({
    path,
    headers: { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_full' },
  }),
  'prefetch header': (path) => ({ path, headers: { rsc: '1', 'next-router-prefetch': '1' } }),
  'state tree': (path) => ({
    path,
    headers: {
      rsc: '1',
      'next-router-state-tree': encodeURIComponent('["",{"children":["__PAGE__",{}]},null,null,true]'),
    },
  }),
  'data route': (path) => ({ path: `/_next/data/x${path}.json`, headers: { 'x-nextjs-data': '1' } }),
  'middleware header': (path) => ({ path, headers: { 'x-middleware-subrequest': 'middleware' } }),
  'middleware header, repeated': (path) => ({
    path,
    headers: { 'x-middleware-subrequest': Array.from({ length: 5 }, () => 'src/middleware').join(':') },
  }),
  'proxy header, repeated': (path) => ({
    path,
    headers: { 'x-middleware-subrequest': Array.from({ length: 5 }, () => 'proxy').join(':') },
  }),
  'original address': (path) => ({ path: '/sign-in', headers: { 'x-original-url': path, 'x-rewrite-url': path } }),
  'invoked path': (path) => ({ path: '/sign-in', headers: { 'x-invoke-path': path, 'x-matched-path': path } }),
  'forwarded host': (path) => ({ path, headers: { 'x-forwarded-host': 'localhost', 'x-forwarded-for': '127.0.0.1' } }),
  'own headers': (path) => ({ path, headers: { 'x-gs-path': '/sign-in', 'x-gs-request-id': 'x', 'x-gs-ip': '::1' } }),
  'method override': (path) => ({ path, headers: { 'x-http-method-override': 'POST' } }),
  'bearer of nothing': (path) => ({ path, headers: { authorization: 'Bearer x' } }),
  'malformed authorization': (path) => ({ path, headers: { authorization: '\u00e9 =,' } }),
  'cookie of nothing': (path) => ({ path, cookie: 'gs_web=x; gs_admin=x; __Host-gs_web=x' }),
  'cookie of dots': (path) => ({ path, cookie: 'gs_web=a.b.c.d.e; gs_admin=a.b.c.d.e' }),
  'injected route parameter': (path) => ({ path: `${path}?nxtPid=x&nxtPpersonId=x&id=x&id=y` }),
  preview: (path) => ({ path, cookie: '__prerender_bypass=x; __next_preview_data=x' }),
}
