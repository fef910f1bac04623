/** Values of a refusal: the numbers and names in its sentence. */
type RefusedValues = Readonly<Record<string, unknown>>

/** A failed request: the server's refusal, or no answer (`status` 0, code `unreachable`). `message` is the Chinese sentence to show unchanged. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly status: number
  readonly code: string
  readonly values: RefusedValues

  constructor(status: number, code: string, message: string, values: RefusedValues = {}) {
    super(message)
    this.status = status
    this.code = code
    this.values = values
  }

  /** Whether it is unknown if the server did the work: the same request may be repeated under its key. */
  get isUncertain(): boolean {
    return this.status === 0 || this.status >= 502
  }
}
