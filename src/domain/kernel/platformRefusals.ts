/** 平台的拒绝: sign-in, rights, requests and concurrent edits, whatever the room. */
export interface PlatformRefusalValues {
  readonly notSignedIn: Readonly<Record<string, never>>
  readonly passwordMustChange: Readonly<Record<string, never>>
  readonly notAllowed: { readonly action: string; readonly roles: string; readonly allowed: string }
  readonly outOfReach: { readonly action: string; readonly unit: string }
  readonly notReleased: { readonly action: string; readonly year: number }
  readonly idempotencyKeyMissing: Readonly<Record<string, never>>
  readonly idempotencyKeyReused: Readonly<Record<string, never>>
  readonly inputInvalid: { readonly faults: string }
  readonly bodyTooLarge: { readonly most: string }
  readonly noSuchPage: { readonly path: string }
  readonly notFound: { readonly what: string }
  readonly staleRevision: { readonly what: string; readonly by: string; readonly at: string }
  readonly databaseAway: Readonly<Record<string, never>>
  readonly diskFull: Readonly<Record<string, never>>
  readonly internalFault: { readonly reference: string }
  readonly tooManyRequests: { readonly seconds: number }
}
