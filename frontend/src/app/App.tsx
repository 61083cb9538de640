import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from 'react-router'
import { SignedIn } from '../auth/SignedIn'
import { Preferences } from './Preferences'
import { queries } from './queries'
import { router } from './routes'

export function App() {
  return (
    <Preferences>
      <QueryClientProvider client={queries}>
        <SignedIn>
          <RouterProvider router={router} />
        </SignedIn>
      </QueryClientProvider>
    </Preferences>
  )
}
