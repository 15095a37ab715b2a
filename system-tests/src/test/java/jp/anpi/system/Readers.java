package jp.anpi.system;

import java.util.List;
import java.util.stream.Stream;

/** People who only read what staff announce, and the team in which they are. */
record Readers(List<Person> people, String team) {

    /** So many who have read everything until now, in a team of their own; what staff call it is {@code 北地区}. */
    static Readers of(Town town, int count) {
        List<Person> people = Stream.generate(
                        () -> town.person().registerAsWatcher().readAll())
                .limit(count)
                .toList();
        String team = town.records()
                .column("insert into team (organization_id, kind, name, created_at)"
                        + " select id, 'AREA', '北地区', created_at from organization order by id limit 1 returning id")
                .get(0);
        for (Person person : people) {
            town.records()
                    .column(
                            "insert into team_membership (organization_id, team_id, member_id, role, joined_at)"
                                    + " select organization_id, cast(? as bigint), id, 'WATCHER', registered_at"
                                    + " from member where line_user_id = ? returning team_id",
                            team,
                            person.phone().userId());
        }
        return new Readers(people, team);
    }
}
