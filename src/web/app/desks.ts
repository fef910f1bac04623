import { UserOutlined } from '@ant-design/icons'
import { type AsyncRouteComponent, lazyRouteComponent } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import type { Action } from '../../contract/access/actions.ts'

/** 菜单的分组, in their order. */
export const deskGroups = ['年度工作', '方案与名册', '管理'] as const

/** 工作台: one page of the web. Who has none of `actions` does not see it; an empty list is for everybody signed in. */
export interface Desk {
  /** `$year/…` for a page of a year; further parameters as `$unit`. */
  readonly path: string
  readonly title: string
  readonly actions: readonly Action[]
  readonly page: AsyncRouteComponent<unknown>
  /** its place in the menu; a page without one is reached from another, whose path is `under`. */
  readonly group?: (typeof deskGroups)[number]
  readonly icon?: ComponentType
  readonly under?: string
}

/** 全部工作台, in the order of the menu. The first that somebody may see is where they arrive. */
export const desks: readonly Desk[] = [
  {
    path: 'me',
    title: '我的账号',
    actions: [],
    icon: UserOutlined,
    page: lazyRouteComponent(() => import('../desks/me/MyAccountPage.tsx'), 'MyAccountPage'),
  },
]
