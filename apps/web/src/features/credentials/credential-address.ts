/** The page that says what it takes to keep a credential; anybody may read it. */
export const credentialAddress = (code: string): string => `/credentials/${encodeURIComponent(code)}`
