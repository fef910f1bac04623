import { sentenceOfRefusal } from '../contract/shape/refusalSentences.ts'
import { isRefusal } from '../domain/kernel/refusal.ts'
import { resetFromConsole } from '../server/office/accounts/resetFromConsole.ts'
import { DatabaseRefused } from '../server/platform/database/databaseRefused.ts'
import type { ExitCode } from './exitCode.ts'
import type { Io } from './io.ts'
import { type DatabaseOptions, openNamedDatabase } from './openNamedDatabase.ts'

/** Runs `hengping reset-password`: resets a password on the server and prints a one-time password once. */
export async function runResetPassword(
  username: string,
  options: DatabaseOptions,
  io: Io,
): Promise<ExitCode> {
  try {
    const { database } = await openNamedDatabase(options, true)
    try {
      const reset = await resetFromConsole(database.db, username)
      if (isRefusal(reset)) {
        io.err(sentenceOfRefusal(reset))
        return 2
      }
      io.out(
        `账号“${reset.username}”的一次性口令：${reset.password}\n首次登录须改；登录锁定、动态验证码和停用都已解除，已记入留痕。`,
      )
      return 0
    } finally {
      await database.close()
    }
  } catch (error) {
    if (!(error instanceof DatabaseRefused)) throw error
    io.err(error.message)
    return 2
  }
}
