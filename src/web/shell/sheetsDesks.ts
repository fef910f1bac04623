import { FileDoneOutlined } from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Desk } from './desks.ts'

/** Desks for inspection sheets (核查表): sheets and the units' objections. */
export const sheetsDesks: readonly Desk[] = [
  {
    path: '$year/sheets',
    title: '核查表',
    actions: ['readSheets'],
    group: '日常工作',
    icon: FileDoneOutlined,
    page: lazyRouteComponent(() => import('../desks/sheets/SheetsPage.tsx'), 'SheetsPage'),
  },
  {
    path: '$year/sheets/$sheet',
    title: '核查表',
    actions: ['readSheets'],
    under: '$year/sheets',
    page: lazyRouteComponent(() => import('../desks/sheets/SheetPage.tsx'), 'SheetPage'),
  },
  {
    path: '$year/objections',
    title: '异议与裁定',
    actions: ['readSheets'],
    under: '$year/sheets',
    page: lazyRouteComponent(() => import('../desks/sheets/ObjectionsPage.tsx'), 'ObjectionsPage'),
  },
  {
    path: '$year/objections/$finding',
    title: '异议',
    actions: ['readSheets'],
    under: '$year/sheets',
    page: lazyRouteComponent(() => import('../desks/sheets/ObjectionPage.tsx'), 'ObjectionPage'),
  },
]
