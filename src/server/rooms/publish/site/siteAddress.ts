import type { FastifyRequest } from 'fastify'
import type { AppContext } from '../../../platform/appContext.ts'

/** Returns where readers reach the public site: the address that was set, or the one asked at. */
export function siteAddress(
  { publicAddress }: Pick<AppContext, 'publicAddress'>,
  { protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>,
): string {
  return publicAddress ?? `${protocol}://${host}`
}
