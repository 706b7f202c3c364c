const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i

/** Whether a piece of an address can be an id at all; nothing is asked of the database for one that cannot. */
export const isId = (text: string): boolean => UUID.test(text)
