/** 数据库的拒绝: why it cannot be opened, brought up to date, backed up or restored. They stop a start or a command, never a request. */
export interface DatabaseRefusalValues {
  readonly databaseInUse: { readonly folder: string; readonly pid: string }
  readonly databaseFolderUnusable: { readonly folder: string; readonly reason: string }
  readonly databaseFormatOther: { readonly folder: string; readonly found: string; readonly needed: string }
  readonly databaseWontStart: { readonly folder: string; readonly reason: string }
  readonly databaseLost: { readonly folder: string; readonly found: number; readonly seen: number }
  readonly databaseUnreachable: { readonly address: string; readonly reason: string }
  readonly databaseAddressWrong: Readonly<Record<string, never>>
  readonly databaseTooOld: { readonly found: string; readonly least: string }
  readonly migrationChanged: { readonly name: string }
  readonly databaseNewer: { readonly name: string }
  readonly migrationForbidden: { readonly role: string }
  readonly backupUnreadable: { readonly path: string }
  readonly backupDamaged: { readonly reason: string }
  readonly restoreNotEmpty: Readonly<Record<string, never>>
  readonly restoreFilesThere: { readonly folder: string }
  readonly databaseNotThere: { readonly folder: string }
}
