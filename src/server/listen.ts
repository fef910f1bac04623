import type { FastifyInstance } from 'fastify'
import { SettingsRefused } from './readSettings.ts'

/** Listens on the requested port, or on the first free one of the ten starting there. Returns the address to open. */
export async function listen(
  app: FastifyInstance,
  host: string,
  port: number,
  fixed: boolean,
): Promise<string> {
  for (let at = port; ; at++) {
    try {
      return await app.listen({ host, port: at })
    } catch (error) {
      const { code } = error as { readonly code?: string }
      if (code === 'EADDRINUSE' && !fixed && at < port + 9) continue
      throw new SettingsRefused(sentenceOf(code, host, at), { cause: error })
    }
  }
}

function sentenceOf(code: string | undefined, host: string, port: number): string {
  if (code === 'EADDRINUSE')
    return `端口 ${port} 已被别的程序占用；请用 --port 换一个端口，或先关闭占用它的程序`
  if (code === 'EACCES') return `没有权限监听端口 ${port}；请用 --port 换一个 1024 以上的端口`
  return `不能在 ${host}:${port} 上监听（${code ?? '原因不明'}）；请检查 --host 和 --port`
}
