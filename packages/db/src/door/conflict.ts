/** A command that cannot run beside what another did with the same key. */
export class CommandConflict extends Error {
  readonly code: 'command.in-flight' | 'command.other-body'

  constructor(code: 'command.in-flight' | 'command.other-body') {
    super(code)
    this.code = code
  }
}
