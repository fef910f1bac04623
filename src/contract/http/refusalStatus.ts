import type { RefusalCode } from '../../domain/kernel/refusal.ts'

const STATUS: Partial<Record<RefusalCode, number>> = {
  notSignedIn: 401,
  signInWrong: 401,
  secondFactorMissing: 401,
  secondFactorWrong: 401,
  accountDisabled: 403,
  ownAccount: 403,
  accountBeyond: 403,
  roleBeyond: 403,
  signInLocked: 429,
  passwordMustChange: 403,
  notAllowed: 403,
  outOfReach: 403,
  notReleased: 403,
  opinionsNotOpen: 403,
  idempotencyKeyMissing: 400,
  inputInvalid: 400,
  addressInvalid: 404,
  noSuchPage: 404,
  notFound: 404,
  noSuchUnit: 404,
  publicationNone: 404,
  publicationOver: 404,
  staleRevision: 409,
  intakeOutdated: 409,
  intakeReplanned: 409,
  idempotencyKeyReused: 422,
  bodyTooLarge: 413,
  tooManyRequests: 429,
  internalFault: 500,
  databaseAway: 503,
  diskFull: 507,
  filesAway: 503,
}

/** Returns the HTTP status of a refusal; refusals by the appraisal rules are 422. */
export function refusalStatus(code: RefusalCode): number {
  return STATUS[code] ?? 422
}
