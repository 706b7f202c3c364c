/** How a check tells a fault: the path in the file, and what is wrong. */
export type Report = (path: string, message: string) => void
