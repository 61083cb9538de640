package io.fairlead.fleet.schedule;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.RelatedTo;
import biweekly.property.Status;
import io.fairlead.core.Computation;
import java.time.Instant;
import java.util.Date;

/**
 * A schedule as an iCalendar file: one event for its span and one for each activity, in UTC.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545">RFC 5545</a>
 */
@Computation
public final class CalendarFile {

    private CalendarFile() {}

    /** The file's text. */
    public static String of(Schedule schedule) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Fairlead//fleet-service//EN");
        calendar.addEvent(span(schedule));
        for (int i = 0; i < schedule.activities().size(); i++) {
            calendar.addEvent(activity(schedule, schedule.activities().get(i), i + 1));
        }
        return Biweekly.write(calendar).go();
    }

    private static VEvent span(Schedule schedule) {
        VEvent event = event(schedule, uid(schedule), schedule.start(), schedule.end());
        event.setSummary(schedule.name());
        return event;
    }

    private static VEvent activity(Schedule schedule, Activity activity, int number) {
        VEvent event = event(schedule, number + "." + uid(schedule), activity.start(), activity.end());
        event.setSummary(activity.note() == null ? schedule.name() : activity.note());
        event.setLocation(activity.place());
        event.addRelatedTo(new RelatedTo(uid(schedule)));
        return event;
    }

    private static VEvent event(Schedule schedule, String uid, Instant start, Instant end) {
        VEvent event = new VEvent();
        event.setUid(uid);
        event.setDateTimeStamp(Date.from(schedule.updatedAt()));
        event.setLastModified(Date.from(schedule.updatedAt()));
        event.setCreated(Date.from(schedule.createdAt()));
        event.setSequence((int) Math.min(Integer.MAX_VALUE, schedule.version()));
        event.setDateStart(Date.from(start));
        event.setDateEnd(Date.from(end));
        event.addCategories(schedule.kind().toString());
        event.setStatus(
                switch (schedule.status()) {
                    case PLANNED -> Status.tentative();
                    case ACTIVE, COMPLETED -> Status.confirmed();
                    case CANCELLED -> Status.cancelled();
                });
        return event;
    }

    private static String uid(Schedule schedule) {
        return "schedule-" + schedule.id() + "@fairlead";
    }
}
