package org.bookbell.web.member;

import static org.bookbell.web.input.Kind.text;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.OptionalLong;
import org.bookbell.access.Permission;
import org.bookbell.access.Role;
import org.bookbell.access.member.AddedMember;
import org.bookbell.access.member.Member;
import org.bookbell.access.member.Members;
import org.bookbell.access.member.NewMember;
import org.bookbell.calendar.StaffList;
import org.bookbell.storage.Ids;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.Creation;
import org.bookbell.web.answer.Listing;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;
import org.bookbell.web.input.PathId;

/** Whoever signs in for an organization. */
@Endpoint
@Path("/api/v1/organizations/{org}/members")
@Produces(MediaType.APPLICATION_JSON)
public class MembersResource {

    private final Members members;
    private final StaffList staffList;
    private final Visit visit;
    private final Creation creation;

    @Inject
    MembersResource(Members members, StaffList staffList, Visit visit, Creation creation) {
        this.members = members;
        this.staffList = staffList;
        this.visit = visit;
        this.creation = creation;
    }

    @GET
    @Requires(Permission.ADMINISTER)
    public Listing<MemberView> list() {
        return Listing.all(members.list(visit.organizationId()).stream()
                .map(member -> MemberView.of(member, Optional.empty()))
                .toList());
    }

    /** The first password of somebody new is in the answer, and nowhere else. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.ADMINISTER)
    public Response add(Input in) {
        var added = new NewMember(
                in.get("email", Kind.EMAIL),
                in.get("name", text(1, 120)),
                in.get("role", Kind.choice(Role.class)),
                staff(in));
        in.orThrow();
        checkStaff(added.staffId());
        return creation.answerUnrepeatably(() -> view(members.add(visit.actor(), visit.organizationId(), added)));
    }

    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.ADMINISTER)
    public MemberView change(@PathParam("id") PathId id, Input in) {
        var role = in.get("role", Kind.choice(Role.class));
        var staff = staff(in);
        in.orThrow();
        checkStaff(staff);
        var changed = members.change(visit.actor(), visit.organizationId(), id.value(), role, staff);
        return MemberView.of(changed, Optional.empty());
    }

    @DELETE
    @Path("{id}")
    @Requires(Permission.ADMINISTER)
    public void disable(@PathParam("id") PathId id) {
        members.disable(visit.actor(), visit.organizationId(), id.value());
    }

    private static OptionalLong staff(Input in) {
        return in.find("staff", Kind.ID).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    private void checkStaff(OptionalLong staff) {
        staff.ifPresent(id -> staffList.get(visit.organizationId(), id));
    }

    private static MemberView view(AddedMember added) {
        return MemberView.of(added.member(), added.firstPassword());
    }

    /** A member as the API shows one. */
    record MemberView(
            String id, String email, String name, Role role, Optional<String> staff, Optional<String> firstPassword) {

        static MemberView of(Member member, Optional<String> firstPassword) {
            var staff = member.staffId();
            return new MemberView(
                    Ids.text(member.id()),
                    member.email(),
                    member.name(),
                    member.role(),
                    staff.isPresent() ? Optional.of(Ids.text(staff.getAsLong())) : Optional.empty(),
                    firstPassword);
        }
    }
}
