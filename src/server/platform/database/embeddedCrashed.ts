/** The embedded database crashed: PostgreSQL ended itself, as it does when it cannot write its log; work in progress was not kept. `code` is the SQLSTATE. */
export class EmbeddedCrashed extends Error {
  readonly code: string

  constructor(reason: string, cause?: unknown) {
    super(reason, { cause })
    this.name = 'EmbeddedCrashed'
    this.code = /No space left/.test(reason) ? '53100' : '57P02'
  }
}
