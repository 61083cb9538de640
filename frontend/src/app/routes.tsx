import { Navigate, type RouteObject } from 'react-router'
import { Layout } from './Layout'
import { NotFound, PageFailed } from './Failures'
import { Loading } from '../ui/Loading'

/** Each page is a chunk of its own, which comes when it is first shown. */
export const routes: RouteObject[] = [
  {
    path: '/',
    element: <Layout />,
    errorElement: <PageFailed />,
    HydrateFallback: () => <Loading what="the page" />,
    children: [
      { index: true, element: <Navigate to="/fleet" replace /> },
      {
        errorElement: <PageFailed />,
        children: [
          { path: 'fleet', lazy: async () => ({ Component: (await import('../fleet/FleetPage')).FleetPage }) },
          {
            path: 'vessels/:vessel',
            lazy: async () => ({ Component: (await import('../vessel/VesselPage')).VesselPage }),
          },
          {
            path: 'schedules',
            lazy: async () => ({ Component: (await import('../schedules/SchedulesPage')).SchedulesPage }),
          },
          { path: 'jobs', lazy: async () => ({ Component: (await import('../jobs/JobsPage')).JobsPage }) },
          {
            path: 'jobs/start/:process',
            lazy: async () => ({ Component: (await import('../jobs/StartPage')).StartPage }),
          },
          { path: 'jobs/:job', lazy: async () => ({ Component: (await import('../jobs/JobPage')).JobPage }) },
          {
            path: 'analytics',
            lazy: async () => ({ Component: (await import('../analytics/AnalyticsPage')).AnalyticsPage }),
          },
          {
            path: 'analytics/:result',
            lazy: async () => ({ Component: (await import('../analytics/ResultPage')).ResultPage }),
          },
          { path: 'galley', lazy: async () => ({ Component: (await import('../galley/GalleyPage')).GalleyPage }) },
          { path: 'admin/:part?', lazy: async () => ({ Component: (await import('../admin/AdminPage')).AdminPage }) },
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
]
