/** SQLSTATE (shutting down, starting up, too many connections, connection failures) and Node's codes. */
const CODES =
  /^(57P0[1235]|53300|08\w{3}|ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN)$/

/** Those of the drivers have no code. */
const MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end|PGlite is clos)/

/** 数据库暂不可用: the error of a connection that was lost or cannot be made. What was being written may have been kept or not; asking again with the same key is right. */
export function isDatabaseAway(error: unknown): boolean {
  return errorCauses(error).some(
    ({ code, message }) => (code !== undefined && CODES.test(code)) || MESSAGES.test(message ?? ''),
  )
}

/** 错误的一层. */
interface ErrorCause {
  readonly code?: string
  readonly message?: string
  readonly cause?: unknown
  readonly errors?: readonly unknown[]
}

/** 错误的各层原因: drizzle wraps the driver's error, and Node wraps those of several addresses. */
function errorCauses(error: unknown): readonly ErrorCause[] {
  if (typeof error !== 'object' || error === null) return []
  const one = error as ErrorCause
  return [one, ...errorCauses(one.cause), ...(one.errors ?? []).flatMap(errorCauses)]
}
