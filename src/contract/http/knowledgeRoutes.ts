import { defineRoutes } from './route.ts'

/** 基本知识测试的接口. */
export const knowledgeRoutes = defineRoutes({})
