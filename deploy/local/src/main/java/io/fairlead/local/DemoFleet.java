package io.fairlead.local;

import java.util.List;

/** A few vessels with equipment, registered through the API like any other; those that are there stay as they are. */
final class DemoFleet {

    private static final List<Vessel> VESSELS = List.of(
            new Vessel("MV101", "Demo Supply One", "supply", "4000010"),
            new Vessel("MV102", "Demo Tanker Two", "tanker", "4000022"),
            new Vessel("MV103", "Demo Tug Three", "tug", "4000034"),
            new Vessel("MV104", "Demo Unit Four", "fpso", "4000046"));

    private static final List<Equipment> EQUIPMENT = List.of(
            new Equipment("ME1", "main engine", "engine", "engine room"),
            new Equipment("GE1", "generator", "generator", "engine room"));

    private final Api api;
    private final Progress progress;

    /** IMO numbers that begin with 4 are nobody's. */
    private record Vessel(String code, String name, String type, String imo) {

        String json() {
            return """
                    {"code":"%s","name":"%s","type":"%s","imo":"%s"}"""
                    .formatted(code, name, type, imo);
        }
    }

    private record Equipment(String suffix, String name, String type, String location) {

        String json(Vessel vessel) {
            return """
                    {"code":"%s-%s","name":"%s","type":"%s","location":"%s"}"""
                    .formatted(vessel.code(), suffix, name, type, location);
        }
    }

    DemoFleet(String url, Progress progress) {
        this.api = new Api(url);
        this.progress = progress;
    }

    void register() {
        int vessels = 0;
        int equipment = 0;
        for (Vessel vessel : VESSELS) {
            String path = "/api/v1/vessels/" + vessel.code();
            vessels += register(path, "/api/v1/vessels", vessel.json());
            for (Equipment item : EQUIPMENT) {
                String code = vessel.code() + "-" + item.suffix();
                equipment += register("/api/v1/equipment/" + code, path + "/equipment", item.json(vessel));
            }
        }
        progress.line(
                "demo fleet",
                vessels + equipment == 0
                        ? "was there already"
                        : "%d vessels and %d pieces of equipment registered".formatted(vessels, equipment));
    }

    /** How many are new: 1 or 0. */
    private int register(String known, String collection, String body) {
        if (api.get(Identity.VIEWER, known).status() == 200) {
            return 0;
        }
        Api.Answer answer = api.post(Identity.OPERATOR, collection, body);
        return switch (answer.status()) {
            case 201 -> 1;
            case 409 -> 0; // by a user's own hand, under another code or on another vessel
            default -> throw new LaunchException("the demo fleet is refused: POST %s: %d %s"
                    .formatted(collection, answer.status(), answer.response().body()));
        };
    }
}
