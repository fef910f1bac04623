/** 账号的拒绝: sign-in, passwords, accounts, roles and sessions. */
export interface AccountsRefusalValues {
  readonly signInWrong: { readonly most: number; readonly minutes: number }
  readonly signInLocked: { readonly minutes: number }
  readonly secondFactorMissing: Readonly<Record<string, never>>
  readonly secondFactorWrong: Readonly<Record<string, never>>
  readonly accountDisabled: Readonly<Record<string, never>>
  readonly passwordWrong: Readonly<Record<string, never>>
  readonly passwordWeak: { readonly faults: string }
  readonly passwordUsedBefore: { readonly last: number }
  readonly demoAccountKept: Readonly<Record<string, never>>
  readonly usernameInvalid: { readonly username: string }
  readonly usernameTaken: { readonly username: string }
  readonly roleNeedsUnit: { readonly role: string }
  readonly roleTakesNoUnit: { readonly role: string }
  readonly accountNeedsRole: Readonly<Record<string, never>>
  readonly ownAccount: { readonly act: string }
  readonly accountBeyond: { readonly act: string; readonly name: string; readonly allowed: string }
  readonly roleBeyond: { readonly role: string; readonly allowed: string }
  readonly accountForAdministration: { readonly username: string; readonly role: string }
  readonly accountForBusiness: { readonly username: string; readonly role: string }
  readonly lastAdministrator: { readonly role: string }
  readonly administrationSetUp: Readonly<Record<string, never>>
  readonly nothingChanged: Readonly<Record<string, never>>
  readonly oneTimePasswordExpired: { readonly days: number }
  readonly secondFactorOn: Readonly<Record<string, never>>
  readonly secondFactorOff: Readonly<Record<string, never>>
  readonly trailTooLong: { readonly most: number }
  readonly toldOnce: Readonly<Record<string, never>>
  readonly rolesScoreOwn: { readonly role: string; readonly held: string }
  readonly rolesNotTogether: { readonly role: string; readonly held: string }
}
