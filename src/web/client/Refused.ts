/** What a refusal carries along: the numbers and names in its sentence. */
export type RefusedValues = Readonly<Record<string, unknown>>

/** 请求未成: the server's "no", or no answer at all (`status` 0, code `unreachable`). `message` is the Chinese sentence to show as it is. */
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

  /** Whether it is unknown if the server did the work: the same act may be sent again under its key. */
  get isUncertain(): boolean {
    return this.status === 0 || this.status >= 502
  }
}
