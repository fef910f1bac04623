import { createHmac } from 'node:crypto'

/** Returns a keyed hash as hex: only with the installation's secret can equal values be recognised. */
export function keyedHash(secret: string, purpose: string, value: string): string {
  return createHmac('sha256', secret).update(`${purpose}\n${value}`).digest('hex')
}
