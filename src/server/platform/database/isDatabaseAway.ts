/** SQLSTATE (shutting down, starting up, too many connections, connection failures) and Node's codes. */
const CODES =
  /^(57P0[1235]|53300|08\w{3}|ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN)$/

/** Messages of driver errors, which have no code. */
const MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end|PGlite is clos)/

/** Whether the error is that of a connection lost or impossible. What was being written may or may not have been kept; retrying with the same key is right. */
export function isDatabaseAway(error: unknown): boolean {
  return errorCauses(error).some(
    ({ code, message }) => (code !== undefined && CODES.test(code)) || MESSAGES.test(message ?? ''),
  )
}

/** One error in a chain of causes. */
interface ErrorCause {
  readonly code?: string
  readonly message?: string
  readonly cause?: unknown
  readonly errors?: readonly unknown[]
}

/** Lists an error with all its causes: drizzle wraps the driver's error, and Node wraps those of several addresses. */
function errorCauses(error: unknown): readonly ErrorCause[] {
  if (typeof error !== 'object' || error === null) return []
  const one = error as ErrorCause
  return [one, ...errorCauses(one.cause), ...(one.errors ?? []).flatMap(errorCauses)]
}
