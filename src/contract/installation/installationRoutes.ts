import { z } from 'zod'
import { revisionOrNone } from '../http/paramSchemas.ts'
import { defineRoutes } from '../http/route.ts'
import { shapeOf } from '../shape/shapeOf.ts'
import { institutionFields } from './installationFields.ts'

/** Steps of the first setup, in order. */
export const firstSteps = ['institution', 'accounts', 'scheme', 'year', 'roster'] as const

/** One step of the first setup. */
export type FirstStep = (typeof firstSteps)[number]

const installation = z.strictObject({
  institution: z.string().describe('本单位（组织考核者）名称；未设置时为空'),
  address: z.string().describe('别人打开用的网址；未设置时为空'),
  revision: z.int().describe('名称的版本，未设置时为 0'),
  demo: z.boolean().describe('是否演示方式'),
  today: z.string().describe('办事日期，如 2018-12-24'),
  steps: z
    .array(
      z.strictObject({
        step: z.enum(firstSteps),
        done: z.boolean(),
        count: z.int().describe('已有的个数：账号、方案版本、年度、单位'),
      }),
    )
    .describe('首次使用的步骤'),
})

/** Routes for the setup of this installation. */
export const installationRoutes = defineRoutes({
  'GET /api/installation': { summary: '安装情况与首次使用的步骤', admits: 'signedIn', answer: installation },
  'PUT /api/installation/institution': {
    summary: '设置本单位名称和访问网址',
    admits: 'configure',
    body: z.strictObject({ ...shapeOf(institutionFields), revision: revisionOrNone }),
    answer: installation,
  },
})
