import { NumberOutlined } from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Desk } from './desks.ts'

/** Desks for draws: draws, the lists they are made from, and the sheet of each unit. */
export const drawDesks: readonly Desk[] = [
  {
    path: '$year/draws',
    title: '抽签',
    actions: ['readDraws'],
    group: '日常工作',
    icon: NumberOutlined,
    page: lazyRouteComponent(() => import('../desks/draw/DrawsPage.tsx'), 'DrawsPage'),
  },
  {
    path: '$year/draws/$draw',
    title: '抽签结果',
    actions: ['readDraws'],
    under: '$year/draws',
    page: lazyRouteComponent(() => import('../desks/draw/DrawPage.tsx'), 'DrawPage'),
  },
  {
    path: '$year/newDraw',
    title: '准备抽签',
    actions: ['holdDraw'],
    under: '$year/draws',
    page: lazyRouteComponent(() => import('../desks/draw/NewDrawPage.tsx'), 'NewDrawPage'),
  },
  {
    path: '$year/drawLists',
    title: '抽签名单',
    actions: ['readDraws'],
    under: '$year/draws',
    page: lazyRouteComponent(() => import('../desks/draw/DrawListsPage.tsx'), 'DrawListsPage'),
  },
  {
    path: '$year/drawLists/$unit',
    title: '单位抽签名单',
    actions: ['readDraws'],
    under: '$year/draws',
    page: lazyRouteComponent(() => import('../desks/draw/UnitListsPage.tsx'), 'UnitListsPage'),
  },
  {
    path: '$year/drawSheets/$unit',
    title: '抽签记录',
    actions: ['readDraws'],
    under: '$year/draws',
    page: lazyRouteComponent(() => import('../desks/draw/DrawSheetPage.tsx'), 'DrawSheetPage'),
  },
]
