import type { FastifyInstance } from 'fastify'
import { InputInvalid } from './checkInput.ts'

/** Deeper than any input of the contract. */
const DEEPEST = 64

/** 拒绝嵌套过深的内容, before anything walks through it by calling itself. */
export function refuseDeepBodies(app: FastifyInstance): void {
  app.addHook('preValidation', async request => {
    if (isDeeper(request.body, DEEPEST)) throw new InputInvalid(`内容嵌套超过 ${DEEPEST} 层，请用页面提交`)
  })
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return false
  return levels === 0 || Object.values(value).some(field => isDeeper(field, levels - 1))
}
