/** 错误的一层. */
export interface ErrorCause {
  readonly code?: string
  readonly message?: string
  readonly cause?: unknown
  readonly errors?: readonly unknown[]
}

/** 错误的各层原因: drizzle wraps the driver's error, and Node wraps those of several addresses. */
export function errorCauses(error: unknown): readonly ErrorCause[] {
  if (typeof error !== 'object' || error === null) return []
  const one = error as ErrorCause
  return [one, ...errorCauses(one.cause), ...(one.errors ?? []).flatMap(errorCauses)]
}
